package dev.palindrome.adapters.http.door;

import dev.palindrome.adapters.http.answer.Hashes;
import dev.palindrome.adapters.http.answer.HttpCodes;
import dev.palindrome.application.configuration.ServerSettings.Token;
import dev.palindrome.spi.Problem;
import dev.palindrome.spi.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The tokens that open the door, of which only hashes are known. */
final class Tokens {
    private final List<Known> known = new ArrayList<>();

    /** Refuses tokens whose hash is none. */
    Tokens(List<Token> tokens) {
        tokens.forEach(token -> known.add(new Known(checked(token), Caller.withToken(token.name(), token.role()))));
    }

    /** Compares with every token, in a time that doesn't tell how much was right. */
    Optional<Caller> find(String secret) {
        byte[] hash = Hashes.sha256(secret).getBytes(StandardCharsets.US_ASCII);
        Optional<Caller> found = Optional.empty();
        for (Known token : known) {
            if (MessageDigest.isEqual(token.sha256().getBytes(StandardCharsets.US_ASCII), hash)) {
                found = Optional.of(token.caller());
            }
        }
        return found;
    }

    private static String checked(Token token) {
        String hash = token.sha256().toLowerCase(Locale.ROOT);
        if (!hash.matches("[0-9a-f]{64}")) {
            // Without the text: somebody may have put the token itself there.
            throw new ProblemException(Problem.error(
                    HttpCodes.SERVER_TOKEN,
                    "The sha256 of the token '" + token.name() + "' is not 64 hexadecimal digits. Make one with: "
                            + "printf %s \"$TOKEN\" | sha256sum"));
        }
        return hash;
    }

    private record Known(String sha256, Caller caller) {}
}
