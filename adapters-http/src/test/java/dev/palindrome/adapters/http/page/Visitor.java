package dev.palindrome.adapters.http.page;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody in front of the page. */
final class Visitor implements AutoCloseable {
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    static final double PATIENCE_MILLIS = 60_000;

    private final BrowserContext context;
    private final String address;
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Page page;

    Visitor(BrowserContext context, String address) {
        this.context = context;
        this.address = address;
        context.setDefaultTimeout(PATIENCE_MILLIS);
        context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            boolean isStatus = message.text().startsWith("Failed to load resource: the server responded");
            if (message.type().equals("error") && !isStatus) {
                complaints.add(message.text());
            }
        });
    }

    /** The same person, logged in as here, in a window beside this one, which closes with this one's. */
    Visitor anotherWindow() {
        return new Visitor(context, address);
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Goes to what follows the # in the page's address. */
    Visitor open(String view) {
        page.navigate(address + "/#/" + view);
        heading().waitFor();
        return this;
    }

    void logIn(String token) {
        page.getByLabel("Token").fill(token);
        button("Log in").click();
    }

    Locator heading() {
        return page.locator("main h1");
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }

    /** Presses Tab until the focus, which must be seen, is there. */
    void tabTo(String selector) {
        tabTo(selector, 50);
    }

    /** Presses Tab so many times at most. */
    void tabTo(String selector, int most) {
        for (int i = 0; i < most; i++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus-visible").count() > 0) {
                return;
            }
        }
        throw new AssertionError(most + " times Tab don't lead to " + selector);
    }

    /** The row of the timeline that a migration has. */
    Locator row(String id) {
        return page.locator(".slot")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(id).setExact(true))));
    }

    /** {@return what the browser found fault with: errors of scripts, and whatever the page's policy forbids} */
    List<String> complaints() {
        return complaints;
    }

    /** {@return what axe-core finds against WCAG 2.2 AA and good practice, one line for each} */
    List<String> violations() {
        page.evaluate(axe());
        Object found = page.evaluate("""
                async () => {
                  const result = await axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']});
                  return result.violations.flatMap((rule) => rule.nodes.map((node) => `${rule.id}: ${node.html}: ${node.failureSummary}`));
                }
                """);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    String background() {
        return (String) page.evaluate("() => getComputedStyle(document.body).backgroundColor");
    }

    /** Keeps a picture of the whole page among what the build leaves. */
    void screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setFullPage(true));
    }

    /** {@return whether something lies over what has the focus} */
    boolean hidesTheFocus() {
        return (Boolean) page.evaluate("""
                () => {
                  const box = document.activeElement.getBoundingClientRect();
                  const seen = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
                  return !document.activeElement.contains(seen);
                }
                """);
    }

    /** {@return whether one has to scroll to the side} */
    boolean overflows() {
        return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth");
    }

    @Override
    public void close() {
        context.close();
    }

    private static String axe() {
        try (InputStream script = Visitor.class.getResourceAsStream("/axe.min.js")) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
