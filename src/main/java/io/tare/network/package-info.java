/**
 * One file a mode: how containers on two hosts reach each other.
 */
@NullMarked
package io.tare.network;

import org.jspecify.annotations.NullMarked;
