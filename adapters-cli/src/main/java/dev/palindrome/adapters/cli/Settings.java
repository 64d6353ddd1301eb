package dev.palindrome.adapters.cli;

import dev.palindrome.application.configuration.Configuration;
import dev.palindrome.application.configuration.Configuration.DatabaseSettings;
import dev.palindrome.application.configuration.ConfigurationReader;
import dev.palindrome.application.configuration.PackSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes the configuration: the file's, overridden by the environment's, overridden by the options'. */
final class Settings {
    private final GlobalOptions options;
    private final Path folder;

    Settings(GlobalOptions options, Path folder) {
        this.options = options;
        this.folder = folder;
    }

    /**
     * Reads the file and adds the options.
     *
     * @throws dev.palindrome.spi.ProblemException if the file or the environment is wrong
     */
    Configuration configuration(Map<String, String> environment) {
        Configuration read = new ConfigurationReader(environment)
                .read(Optional.ofNullable(options.config).map(folder::resolve), folder);
        DatabaseSettings given = new DatabaseSettings(
                Optional.ofNullable(options.url),
                Optional.ofNullable(options.user),
                Optional.ofNullable(options.passwordFile).map(folder::resolve).map(ConfigurationReader::readPassword));
        return new Configuration(
                given.or(read.database()),
                read.historyTable(),
                read.signingKey(),
                packs(read.packs()),
                Stream.of(read.pluginFolders(), resolved(options.packFolders), resolved(options.adapterFolders))
                        .flatMap(List::stream)
                        .toList(),
                read.lockTimeout(),
                read.server());
    }

    /** An app that is named on the command line is that one, whatever the file says. */
    private List<PackSource> packs(List<PackSource> configured) {
        Optional<String> format = options.format();
        List<PackSource> given = options.packs.stream()
                .map(PackSource::parse)
                .map(pack -> new PackSource(pack.appName(), folder.resolve(pack.path()), format, pack.settings()))
                .toList();
        Set<String> names = given.stream().map(Settings::name).collect(Collectors.toSet());
        Stream<PackSource> kept = configured.stream()
                .filter(pack -> !names.contains(name(pack)))
                .map(pack -> given.isEmpty() ? pack.withFormat(format.or(pack::format)) : pack);
        return Stream.concat(kept, given.stream()).toList();
    }

    private static String name(PackSource pack) {
        return pack.appName()
                .orElseGet(() ->
                        String.valueOf(pack.path().toAbsolutePath().normalize().getFileName()));
    }

    private List<Path> resolved(List<String> paths) {
        return paths.stream().map(folder::resolve).toList();
    }
}
