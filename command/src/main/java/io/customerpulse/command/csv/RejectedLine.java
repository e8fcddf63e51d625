package io.customerpulse.command.csv;

/**
 * A line of an export that became no event.
 *
 * @param line the line of the file, counted from 1, the header included
 * @param reason what is wrong with it, in words
 */
public record RejectedLine(long line, String reason) {}
