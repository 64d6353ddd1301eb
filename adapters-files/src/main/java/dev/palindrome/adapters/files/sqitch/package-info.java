/**
 * Projects of sqitch, read as they are. Begin with {@code SqitchReader}: {@code SqitchProject} says where things are, {@code
 * PlanReader} reads the plan, {@code PsqlScript} what psql would make of a script. {@code SqitchHistory} reads sqitch's own
 * registry.
 */
@NullMarked
package dev.palindrome.adapters.files.sqitch;

import org.jspecify.annotations.NullMarked;
