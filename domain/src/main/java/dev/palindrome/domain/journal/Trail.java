package dev.palindrome.domain.journal;

import dev.palindrome.spi.Checksum;

/** A digest over all that has run of a half: nobody goes on with a migration that began otherwise. */
public final class Trail {
    private String operations;
    private String within;

    /** Nothing has run. */
    public Trail() {
        this("/");
    }

    /** Goes on at a place that has that digest. */
    public Trail(String digest) {
        int slash = digest.indexOf('/');
        this.operations = digest.substring(0, slash);
        this.within = digest.substring(slash + 1);
    }

    /** An instruction has run. */
    public void ran(String text) {
        within = Checksum.of(within + "\n" + text).value();
    }

    /** An operation has run whole. */
    public void completed(String fingerprint) {
        operations = Checksum.of(operations + "\n" + fingerprint).value();
        within = "";
    }

    /** {@return the digest at this place} */
    public String digest() {
        return operations + "/" + within;
    }
}
