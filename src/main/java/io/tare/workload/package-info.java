/**
 * One file a workload: a server container, a client command, and how the client's output becomes metrics.
 */
@NullMarked
package io.tare.workload;

import org.jspecify.annotations.NullMarked;
