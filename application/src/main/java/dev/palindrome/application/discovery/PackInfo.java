package dev.palindrome.application.discovery;

import java.util.List;
import java.util.Optional;

/**
 * A pack that was found.
 *
 * @param appName its app
 * @param origin the jar or folder
 * @param version the jar's version, if it has one
 * @param format the format of its files, if it is a folder
 * @param dependsOn the apps it depends on
 * @param migrations how many it provides
 */
public record PackInfo(
        String appName,
        String origin,
        Optional<String> version,
        Optional<String> format,
        List<String> dependsOn,
        int migrations) {}
