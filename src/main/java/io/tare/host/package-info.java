/**
 * A host, its Engine, its containers and its hand, and the journal that undoes every change made to it.
 */
@NullMarked
package io.tare.host;

import org.jspecify.annotations.NullMarked;
