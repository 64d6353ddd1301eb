package dev.palindrome.domain.run;

import dev.palindrome.spi.Capability;
import dev.palindrome.spi.Dialect;
import dev.palindrome.spi.Session;
import dev.palindrome.spi.catalogue.Catalogue;

/**
 * Where the steps of one plan run.
 *
 * @param session on which they run
 * @param fence keeps them from writing once the lock is lost
 * @param workspace the database with what is known of it
 * @param environment who watches and who is recorded
 * @param asApproved whether a statement that the plan foresaw must be the one that runs
 */
record RunContext(Session session, Fence fence, Workspace workspace, RunEnvironment environment, boolean asApproved) {

    Dialect dialect() {
        return workspace.adapter().dialect();
    }

    /** Whether a transaction can hold definitions, too. */
    boolean holdsDefinitions() {
        return workspace.adapter().capabilities().contains(Capability.TRANSACTIONAL_DDL);
    }

    /** {@return what the database looks like now; nothing is read yet} */
    Catalogue live() {
        return workspace.database().inspector().catalogue(session);
    }
}
