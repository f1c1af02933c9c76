/**
 * The runner: walks the schedule one trial at a time and reports what happens as events.
 */
@NullMarked
package io.tare.run;

import org.jspecify.annotations.NullMarked;
