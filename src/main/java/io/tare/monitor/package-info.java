/**
 * What the hosts did while a trial was measured.
 */
@NullMarked
package io.tare.monitor;

import org.jspecify.annotations.NullMarked;
