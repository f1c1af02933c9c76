/**
 * One file a knob: host settings applied for a cell and undone after it.
 */
@NullMarked
package io.tare.tuning;

import org.jspecify.annotations.NullMarked;
