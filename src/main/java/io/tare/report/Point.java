package io.tare.report;

/**
 * One sample's value of a metric.
 *
 * @param trial the sample's place in the order things ran, from 1
 * @param value in the metric's unit, finite
 */
public record Point(int trial, double value) {}
