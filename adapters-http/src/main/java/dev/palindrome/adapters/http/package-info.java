/**
 * The HTTP front end. Begin with {@code Routes}, which lists what it answers, and {@code Site}, which puts it together; each
 * resource is a class in the package of its subject: {@code migration}, {@code schema}, {@code plan}, {@code run},
 * {@code monitor}, {@code page}, and sessions in {@code door}, which also decides who may come in. Beneath them,
 * {@code answer}, {@code request} and {@code load} serve all of them. Programs that embed the engine start a server with
 * {@link dev.palindrome.adapters.http.PalindromeHttp}.
 */
@NullMarked
package dev.palindrome.adapters.http;

import org.jspecify.annotations.NullMarked;
