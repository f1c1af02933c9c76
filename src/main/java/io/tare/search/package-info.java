/**
 * The search for the tunings that help: tries knobs against the untouched state in pairs of trials, combines those that are proven, and confirms the winner.
 */
@NullMarked
package io.tare.search;

import org.jspecify.annotations.NullMarked;
