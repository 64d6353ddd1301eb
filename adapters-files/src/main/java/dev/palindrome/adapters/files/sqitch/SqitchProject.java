package dev.palindrome.adapters.files.sqitch;

import dev.palindrome.adapters.files.source.Findings;
import dev.palindrome.adapters.files.source.FolderFiles;
import dev.palindrome.spi.FormatSettings;
import dev.palindrome.spi.MigrationFolder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a project keeps what. What {@code sqitch.conf} says of the target counts more than what it says of the engine, and
 * that more than what it says under {@code core}. The settings of the pack {@code target}, {@code engine}, {@code registry},
 * {@code verify} and {@code variable.NAME} count more than all of them, as sqitch's options do.
 *
 * @param files the files of the project
 * @param conf what {@code sqitch.conf} says
 * @param settings what users set for the pack
 * @param engine sqitch's word for the database; empty if nothing says which it is
 * @param target the name of the target; may be empty
 */
record SqitchProject(FolderFiles files, SqitchConf conf, FormatSettings settings, String engine, String target) {
    /** What sqitch calls databases that we call otherwise. */
    private static final Map<String, String> ENGINES = Map.of("postgresql", "pg");

    private static final Pattern URI = Pattern.compile("(?:db:)?([A-Za-z0-9]+):.*");
    private static final String CONF = "sqitch.conf";

    /** {@return the project in a folder; nothing is looked up but the configuration} */
    static SqitchProject of(MigrationFolder folder, Findings findings) {
        FolderFiles files = new FolderFiles(folder);
        SqitchConf conf = folder.fileNames().contains(CONF)
                ? files.read(CONF).map(file -> SqitchConf.read(file, findings)).orElse(SqitchConf.EMPTY)
                : SqitchConf.EMPTY;
        FormatSettings settings = folder.settings();
        Optional<String> named = settings.value("target");
        String engine = settings.value("engine")
                .or(() -> named.flatMap(target -> engineOf(target, conf)))
                .or(() -> settings.database().get().map(name -> ENGINES.getOrDefault(name, name)))
                .or(() -> conf.get("core.target").flatMap(target -> engineOf(target, conf)))
                .or(() -> conf.get("core.engine").map(String::strip))
                .orElse("");
        String target = named.or(() -> conf.get("core.target")
                        .filter(core -> engineOf(core, conf).orElse("").equals(engine)))
                .or(() -> conf.get("engine." + engine + ".target"))
                .orElse("");
        return new SqitchProject(files, conf, settings, engine, target);
    }

    private static Optional<String> engineOf(String target, SqitchConf conf) {
        String uri = conf.get("target." + target + ".uri").orElse(target);
        Matcher scheme = URI.matcher(uri);
        if (!scheme.matches()) {
            return Optional.empty();
        }
        String name = scheme.group(1);
        return Optional.of(name.startsWith("postgres") ? "pg" : name.equals("mariadb") ? "mysql" : name);
    }

    private Optional<String> fetch(String key) {
        return conf.get("target." + target + "." + key)
                .or(() -> conf.get("engine." + engine + "." + key))
                .or(() -> conf.get("core." + key));
    }

    private String topDir() {
        return fetch("top_dir").orElse(".");
    }

    String planFile() {
        return fetch("plan_file").orElseGet(() -> topDir() + "/sqitch.plan");
    }

    /** {@return where the scripts of one kind are} */
    String folderOf(ScriptKind kind) {
        return fetch(kind.word() + "_dir").orElseGet(() -> topDir() + "/" + kind.word());
    }

    /** {@return where the scripts are of changes that were planned again later} */
    String reworkedFolderOf(ScriptKind kind) {
        return fetch("reworked_" + kind.word() + "_dir")
                .orElseGet(() -> fetch("reworked_dir").orElseGet(this::topDir) + "/" + kind.word());
    }

    String extension() {
        return fetch("extension").orElse("sql");
    }

    String registry() {
        return settings.value("registry").or(() -> fetch("registry")).orElse("sqitch");
    }

    /** {@return whether sqitch would run the verify script of each change that it deploys} */
    boolean isVerified() {
        return settings.value("verify").map(Boolean::parseBoolean).orElseGet(() -> conf.isTrue("deploy.verify"));
    }

    /** {@return whether psql runs the scripts, or a client that understands the same} */
    boolean isPsql() {
        return engine.equals("pg") || engine.equals("cockroach") || engine.equals("yugabyte");
    }

    /** {@return the app that a project is here; its own name, unless the setting {@code project.NAME} says otherwise} */
    String appOf(String project) {
        return settings.value("project." + project).orElse(project);
    }

    /** {@return the variables that scripts can use} */
    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>(conf.section("core.variables"));
        variables.putAll(conf.section("deploy.variables"));
        variables.putAll(conf.section("engine." + engine + ".variables"));
        variables.putAll(conf.section("target." + target + ".variables"));
        settings.values().forEach((name, value) -> {
            if (name.startsWith("variable.")) {
                variables.put(name.substring("variable.".length()), value);
            }
        });
        return variables;
    }

    enum ScriptKind {
        DEPLOY,
        REVERT,
        VERIFY;

        private final String word = name().toLowerCase(java.util.Locale.ROOT);

        String word() {
            return word;
        }
    }
}
