/**
 * The live page: a web server on this machine's loopback that shows runs, follows a running one, and starts and stops studies. It reads run folders and
 * starts Tare as a process of its own; it measures nothing, so that it cannot disturb what it shows.
 */
@NullMarked
package io.tare.serve;

import org.jspecify.annotations.NullMarked;
