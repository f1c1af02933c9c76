/**
 * The way of a packet from one container to another, read off the hosts and proven with marked packets.
 */
@NullMarked
package io.tare.path;

import org.jspecify.annotations.NullMarked;
