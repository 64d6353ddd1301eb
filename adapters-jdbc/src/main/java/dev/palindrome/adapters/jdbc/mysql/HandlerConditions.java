package dev.palindrome.adapters.jdbc.mysql;

import java.util.Set;

/** Finds the statement of {@code DECLARE ... HANDLER FOR condition, condition statement}, where nothing marks it. */
final class HandlerConditions {
    private static final Set<String> WITHIN_CONDITION = Set.of("SQLSTATE", "VALUE", "NOT");

    private Stage stage = Stage.ELSEWHERE;

    private enum Stage {
        ELSEWHERE,
        BEHIND_HANDLER,
        IN_CONDITION,
        BEHIND_CONDITION
    }

    /**
     * Takes a word of a statement.
     *
     * @param word the word in capitals
     * @param statement the first word of the statement in which it stands
     * @return whether it is the first one of a handler's statement
     */
    boolean endBefore(String word, String statement) {
        boolean ends = stage == Stage.BEHIND_CONDITION && !word.equals(",");
        stage = switch (stage) {
            case ELSEWHERE ->
                statement.equals("DECLARE") && word.equals("HANDLER") ? Stage.BEHIND_HANDLER : Stage.ELSEWHERE;
            case BEHIND_HANDLER -> word.equals("FOR") ? Stage.IN_CONDITION : Stage.ELSEWHERE;
            case IN_CONDITION -> WITHIN_CONDITION.contains(word) ? Stage.IN_CONDITION : Stage.BEHIND_CONDITION;
            case BEHIND_CONDITION -> ends ? Stage.ELSEWHERE : Stage.IN_CONDITION;
        };
        return ends;
    }
}
