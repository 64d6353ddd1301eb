package dev.palindrome.testkit;

import dev.palindrome.domain.app.App;
import dev.palindrome.domain.app.Apps;
import dev.palindrome.spi.Location;
import dev.palindrome.spi.MigrationPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/** The packs on the class path. */
final class Packs {
    private final List<MigrationPack> packs;
    private final boolean isFirstMeant;

    private Packs(List<MigrationPack> packs, boolean isFirstMeant) {
        this.packs = packs;
        this.isFirstMeant = isFirstMeant;
    }

    /** Finds packs as the engine does, and makes the given one unless it is only the interface. */
    static Packs found(Class<? extends MigrationPack> given) {
        List<MigrationPack> packs = new ArrayList<>();
        boolean isGiven = given != MigrationPack.class;
        if (isGiven) {
            packs.add(made(given));
        }
        ServiceLoader.load(MigrationPack.class).stream()
                .filter(provider -> provider.type() != given)
                .map(ServiceLoader.Provider::get)
                .forEach(packs::add);
        return new Packs(packs, isGiven);
    }

    private static MigrationPack made(Class<? extends MigrationPack> type) {
        try {
            var constructor = type.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(type + " needs a constructor without parameters", e);
        }
    }

    Apps apps() {
        return Apps.of(packs.stream().map(Packs::app).toList(), List.of());
    }

    /** {@return the app of that name; without a name, the given pack's or the only one's} */
    App app(String name) {
        List<String> names = packs.stream().map(MigrationPack::appName).toList();
        if (name.isEmpty() && names.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no pack on the class path: name one in the annotation, or add the "
                            + "line in META-INF/services/" + MigrationPack.class.getName());
        }
        if (name.isEmpty() && names.size() > 1 && !isFirstMeant) {
            throw new IllegalArgumentException("Say which app is meant: there are " + names);
        }
        return packs.stream()
                .filter(pack -> name.isEmpty() || pack.appName().equals(name))
                .findFirst()
                .map(Packs::app)
                .orElseThrow(() -> new IllegalArgumentException("There is no app '" + name + "', only " + names));
    }

    private static App app(MigrationPack pack) {
        return new App(
                pack.appName(),
                pack.dependsOn(),
                pack.migrations(),
                pack.version(),
                Location.of(pack.getClass().getName()),
                Optional.empty(),
                List.of());
    }
}
