/**
 * Folders of scripts written for MyBatis Migrations, and the history it keeps. {@code UndoMarker} cuts a script into its halves,
 * {@code LineCut} a half into statements, both as MyBatis Migrations does. Begin with {@code MybatisFormat}.
 */
@NullMarked
package dev.palindrome.adapters.files.mybatis;

import org.jspecify.annotations.NullMarked;
