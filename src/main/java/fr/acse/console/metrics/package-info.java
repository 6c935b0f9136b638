/** Metrics for Prometheus. No metric is about a single case. */
package fr.acse.console.metrics;
