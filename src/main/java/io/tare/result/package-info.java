/**
 * What a run leaves behind: the run folder with its manifest and samples, a format version in every file.
 */
@NullMarked
package io.tare.result;

import org.jspecify.annotations.NullMarked;
