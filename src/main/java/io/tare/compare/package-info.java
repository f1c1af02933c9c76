/**
 * Runs against each other: two of them metric by metric with what differs between their testbeds, and many in a row.
 */
@NullMarked
package io.tare.compare;

import org.jspecify.annotations.NullMarked;
