/**
 * Runs made of files that a user already has: other tools' outputs become samples of a run folder that report, compare, runs and trend read like any other.
 */
@NullMarked
package io.tare.imports;

import org.jspecify.annotations.NullMarked;
