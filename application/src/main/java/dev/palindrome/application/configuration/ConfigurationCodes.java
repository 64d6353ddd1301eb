package dev.palindrome.application.configuration;

import dev.palindrome.spi.Problem.Code;
import dev.palindrome.spi.Problem.Kind;

/** The codes of problems with what the user configured, and with what discovery finds. */
public final class ConfigurationCodes {
    public static final Code CONFIGURATION_INVALID = new Code("configuration/invalid", Kind.INPUT);
    public static final Code CONFIGURATION_MISSING = new Code("configuration/missing", Kind.INPUT);
    public static final Code DATABASE_NOT_CONFIGURED = new Code("database/not-configured", Kind.INPUT);
    public static final Code DATABASE_NO_ADAPTER = new Code("database/no-adapter", Kind.INPUT);
    public static final Code DATABASE_TWO_ADAPTERS = new Code("database/two-adapters", Kind.CONFLICT);
    public static final Code PACK_NOT_FOUND = new Code("pack/not-found", Kind.INPUT);
    public static final Code PACK_EMPTY = new Code("pack/empty", Kind.REFUSED);
    public static final Code PACK_FORMAT = new Code("pack/format", Kind.INPUT);
    public static final Code FORMAT_BROKEN = new Code("format/broken", Kind.INTERNAL);
    public static final Code PACK_BROKEN = new Code("pack/broken", Kind.INTERNAL);
    public static final Code ADAPTER_BROKEN = new Code("adapter/broken", Kind.INTERNAL);

    private ConfigurationCodes() {}
}
