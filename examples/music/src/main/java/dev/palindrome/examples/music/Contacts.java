package dev.palindrome.examples.music;

import dev.palindrome.spi.Migration;

/** How managers are reached. */
final class Contacts {
    private Contacts() {}

    static Migration phones() {
        return Migration.id("0006_phones")
                .description("a phone number for each manager")
                .forwards("""
                        ALTER TABLE manager ADD COLUMN phone varchar(30);
                        UPDATE manager SET phone = '+31 20 5550101' WHERE id = 1;
                        UPDATE manager SET phone = '+353 1 5550102' WHERE id = 2;
                        """)
                .backwards("ALTER TABLE manager DROP COLUMN phone")
                .build();
    }

    /**
     * A column becomes a table, and its content moves. The reversal brings the column and the numbers back. What it has no
     * room for is a second number: then the one that was preferred stays.
     */
    static Migration severalPhones() {
        return Migration.id("0012_several_phones")
                .description("managers may have several phone numbers")
                .forwards("""
                        CREATE TABLE phone (
                            manager_id integer NOT NULL,
                            preference integer DEFAULT 1 NOT NULL,
                            phone varchar(30) NOT NULL,
                            CONSTRAINT phone_pk PRIMARY KEY (manager_id, preference),
                            CONSTRAINT phone_manager_fk FOREIGN KEY (manager_id) REFERENCES manager (id)
                        );
                        INSERT INTO phone (manager_id, phone)
                            SELECT id, phone FROM manager WHERE phone IS NOT NULL;
                        ALTER TABLE manager DROP COLUMN phone;
                        """)
                .backwards("""
                        ALTER TABLE manager ADD COLUMN phone varchar(30);
                        UPDATE manager SET phone = (
                            SELECT phone.phone FROM phone
                            WHERE phone.manager_id = manager.id
                            ORDER BY preference LIMIT 1
                        );
                        DROP TABLE phone;
                        """)
                .build();
    }
}
