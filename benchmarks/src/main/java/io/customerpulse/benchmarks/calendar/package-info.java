/** What a question to a business calendar costs ({@code docs/performance.md}). */
package io.customerpulse.benchmarks.calendar;
