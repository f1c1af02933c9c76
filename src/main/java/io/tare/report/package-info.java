/**
 * What a run found, for people: tables, chart specifications, HTML, Markdown and CSV, made from the run folder alone.
 */
@NullMarked
package io.tare.report;

import org.jspecify.annotations.NullMarked;
