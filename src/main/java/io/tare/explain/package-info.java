/**
 * Where the time of a run went, and the bottleneck that its counters show.
 */
@NullMarked
package io.tare.explain;

import org.jspecify.annotations.NullMarked;
