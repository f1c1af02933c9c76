/**
 * What to measure: the study file, its cells and the schedule of trials.
 */
@NullMarked
package io.tare.study;

import org.jspecify.annotations.NullMarked;
