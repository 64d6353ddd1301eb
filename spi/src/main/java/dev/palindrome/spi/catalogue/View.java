package dev.palindrome.spi.catalogue;

import java.util.List;
import java.util.Optional;

/**
 * A view.
 *
 * @param name its name
 * @param definition the statement that makes it
 * @param comment its comment
 * @param attachments what hangs on it
 * @since 0.1
 */
public record View(ObjectName name, String definition, Optional<String> comment, List<Attachment> attachments)
        implements SchemaObject {

    /**
     * Guards the record.
     *
     * @param name its name
     * @param definition the statement that makes it
     * @param comment its comment
     * @param attachments copied
     */
    public View {
        attachments = List.copyOf(attachments);
    }
}
