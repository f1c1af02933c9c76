/**
 * The load generators: they run inside the client container and stand alone.
 */
@NullMarked
package io.tare.load;

import org.jspecify.annotations.NullMarked;
