/**
 * Summaries, intervals, tests and comparisons, each with its source.
 */
@NullMarked
package io.tare.stats;

import org.jspecify.annotations.NullMarked;
