/**
 * Flink CEP over signals.
 *
 * <p>This room is for what needs a sequence of {@link io.customerpulse.rules.signal.Signal signals}
 * to decide: when a red or yellow flag begins and when a target of an agreement is missed. Its
 * patterns come in a few shapes, each a class of its own with its stage names as constants, since
 * those names are kept in savepoints: one signal occurred; it repeated within a window; a
 * measurement fell; what was started was not met by its deadline. What ends a flag, and what needs
 * no sequence, is plain state in the functions.
 *
 * <p>Patterns never see raw events. A CEP operator costs several accesses to the state backend for
 * each element, which is cheap for signals and dear for telemetry.
 *
 * <p>{@link io.customerpulse.patterns.Occurred}, {@link io.customerpulse.patterns.Repeated}, {@link
 * io.customerpulse.patterns.Fell} and {@link io.customerpulse.patterns.Missed} are the shapes;
 * {@code docs/flags.md} compares them. All see the signals of one instant in the {@link
 * io.customerpulse.patterns.SignalOrder order} of this package.
 */
package io.customerpulse.patterns;
