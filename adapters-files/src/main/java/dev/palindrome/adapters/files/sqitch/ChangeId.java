package dev.palindrome.adapters.files.sqitch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How sqitch names changes in its registry: by a hash over what the plan says, chained as commits are. */
final class ChangeId {
    private ChangeId() {}

    static String of(
            String project,
            Optional<String> uri,
            PlanLine line,
            Optional<String> parent,
            List<String> requires,
            List<String> conflicts) {
        StringBuilder info = new StringBuilder("project ").append(project);
        uri.ifPresent(value -> info.append("\nuri ").append(canonical(value)));
        info.append("\nchange ").append(line.name());
        parent.ifPresent(id -> info.append("\nparent ").append(id));
        info.append("\nplanner ").append(line.planner()).append("\ndate ").append(line.timestamp());
        if (!requires.isEmpty()) {
            info.append("\nrequires\n  + ").append(String.join("\n  + ", requires));
        }
        if (!conflicts.isEmpty()) {
            info.append("\nconflicts\n  - ").append(String.join("\n  - ", conflicts));
        }
        if (!line.note().isEmpty()) {
            info.append("\n\n").append(line.note());
        }
        byte[] content = info.toString().getBytes(StandardCharsets.UTF_8);
        MessageDigest digest = sha1();
        digest.update(("change " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    /** {@return how the registry knows the bytes of a deploy script} */
    static String ofScript(String text) {
        return HexFormat.of().formatHex(sha1().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Writes the project's URI as sqitch's library does: scheme and host in lower case, no usual port, never no path. */
    private static String canonical(String written) {
        try {
            URI uri = new URI(written);
            String scheme = uri.getScheme();
            if (scheme == null || uri.getHost() == null) {
                return written;
            }
            String lower = scheme.toLowerCase(Locale.ROOT);
            String rest = written.substring(written.indexOf(uri.getRawAuthority())
                    + uri.getRawAuthority().length());
            String authority = uri.getRawAuthority()
                    .replace(uri.getHost(), uri.getHost().toLowerCase(Locale.ROOT))
                    .replaceFirst(":(" + (lower.equals("https") ? "443" : "80") + ")?$", "");
            boolean isBare = rest.isEmpty() && lower.startsWith("http");
            return lower + "://" + authority + (isBare ? "/" : rest);
        } catch (URISyntaxException e) {
            return written;
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-1", e);
        }
    }
}
