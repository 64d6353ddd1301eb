package dev.palindrome.adapters.http.page;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A real browser, the system's own; nothing is downloaded. */
final class Chromium implements AutoCloseable {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/bin/chromium"), Path.of("/usr/bin/chromium-browser"), Path.of("/usr/bin/google-chrome"));

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Path executable) {
        PlaywrightAssertions.setDefaultAssertionTimeout(Visitor.PATIENCE_MILLIS);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright.chromium().launch(new BrowserType.LaunchOptions().setExecutablePath(executable));
    }

    /** Skips the test that asks for it on a machine that has none. */
    static Chromium open() {
        Optional<Path> executable = PLACES.stream().filter(Files::isExecutable).findFirst();
        assumeTrue(executable.isPresent(), "The page is seen with Chromium, and none of " + PLACES + " is here");
        return new Chromium(executable.orElseThrow());
    }

    /** Somebody who visits the page for the first time. */
    Visitor visitor(String address, Look look) {
        return new Visitor(browser.newContext(look.options()), address);
    }

    Visitor visitor(String address) {
        return visitor(address, Look.LIGHT);
    }

    @Override
    public void close() {
        playwright.close();
    }

    /** How the page is looked at. */
    enum Look {
        LIGHT(1280, 860, ColorScheme.LIGHT),
        DARK(1280, 860, ColorScheme.DARK),
        /** As narrow as it may get without a scrollbar to the side (WCAG 2.2, 1.4.10). */
        PHONE(320, 640, ColorScheme.LIGHT),
        DARK_PHONE(390, 844, ColorScheme.DARK);

        private final int width;
        private final int height;
        private final ColorScheme scheme;

        Look(int width, int height, ColorScheme scheme) {
            this.width = width;
            this.height = height;
            this.scheme = scheme;
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        Browser.NewContextOptions options() {
            return new Browser.NewContextOptions()
                    .setViewportSize(width, height)
                    .setColorScheme(scheme)
                    .setTimezoneId("UTC");
        }
    }
}
