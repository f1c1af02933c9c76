/**
 * One class a command: parse, call, print.
 */
@NullMarked
package io.tare.cli;

import org.jspecify.annotations.NullMarked;
