package dev.palindrome.adapters.http.plan;

import java.util.Optional;

/**
 * Somebody's word that a plan may run.
 *
 * @param hash the plan's
 * @param approver whose token it was; empty if nobody needs one
 */
public record Approval(String hash, Optional<String> approver) {}
