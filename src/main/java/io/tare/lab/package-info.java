/**
 * Makes hosts where the user has none: real Docker Engines in namespaces of their own, joined by an underlay.
 */
@NullMarked
package io.tare.lab;

import org.jspecify.annotations.NullMarked;
