/**
 * Migrations that stopped half-way. What can't be one transaction is noted in the history's journal, piece by piece, just
 * before it runs; what is one piece and a transaction is noted in that transaction. So at most one piece is in doubt, and
 * {@link dev.palindrome.domain.journal.Settlement} looks in the catalogue what became of it. Begin with
 * {@link dev.palindrome.domain.journal.Progress}.
 */
@NullMarked
package dev.palindrome.domain.journal;

import org.jspecify.annotations.NullMarked;
