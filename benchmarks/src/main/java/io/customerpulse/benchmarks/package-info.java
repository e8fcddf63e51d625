/** Measurements that need no second machine ({@code docs/performance.md}); each class is one. */
package io.customerpulse.benchmarks;
