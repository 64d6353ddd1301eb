package dev.palindrome.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The reports of one run of tests, one for each adapter. At the end of the run they are printed, and written into the folder
 * that JUnit's configuration parameter {@value #FOLDER} (or the system property) names, by default {@code
 * target/palindrome-testkit} or, where there is no {@code target}, {@code build/palindrome-testkit}.
 */
final class Reports implements AutoCloseable {
    static final String FOLDER = "palindrome.testkit.reports";

    private final Optional<String> wanted;
    private final Map<String, Report> reports = new ConcurrentSkipListMap<>();

    Reports(Optional<String> wanted) {
        this.wanted = wanted;
    }

    Report of(TestDatabase database) {
        return reports.computeIfAbsent(database.adapter().name(), name -> new Report(database));
    }

    @Override
    public void close() throws IOException {
        Path folder = folder();
        Files.createDirectories(folder);
        for (Map.Entry<String, Report> report : reports.entrySet()) {
            String text = report.getValue().text();
            Files.writeString(folder.resolve(report.getKey() + ".txt"), text);
            System.out.print("\n" + text);
        }
    }

    private Path folder() {
        boolean isGradles = Files.isDirectory(Path.of("build")) && !Files.isDirectory(Path.of("target"));
        return Path.of(wanted.orElse((isGradles ? "build" : "target") + "/palindrome-testkit"));
    }
}
