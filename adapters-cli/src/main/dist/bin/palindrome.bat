@echo off
rem Starts Palindrome's command line with the Java that JAVA_HOME or the PATH names, 17 or later.
rem JAVA_OPTS are given to Java.
setlocal

for %%i in ("%~dp0..") do set "HOME_FOLDER=%%~fi"

set "JAVA=java"
if not defined JAVA_HOME goto find_java
set "JAVA=%JAVA_HOME%\bin\java.exe"
if exist "%JAVA%" goto check_java
echo palindrome: JAVA_HOME is "%JAVA_HOME%", but there is no bin\java.exe in it. Set it to the folder of a Java 17 or later. 1>&2
exit /b 2

:find_java
where /q java
if not errorlevel 1 goto check_java
echo palindrome: Java is missing: no JAVA_HOME is set, and no java is on the PATH. Install a Java 17 or later. 1>&2
exit /b 2

:check_java
set "VERSION="
if defined JAVA_HOME if exist "%JAVA_HOME%\release" for /f "tokens=2 delims==" %%v in ('findstr /b "JAVA_VERSION=" "%JAVA_HOME%\release"') do set "VERSION=%%~v"
if not defined VERSION for /f "tokens=3" %%v in ('""%JAVA%" -version 2^>^&1" ^| findstr /c:" version "') do set "VERSION=%%~v"
for /f "tokens=1 delims=.-+" %%m in ("%VERSION%") do set "MAJOR=%%m"
if not defined MAJOR set "MAJOR=0"
if %MAJOR% GEQ 17 goto start
echo palindrome: Java 17 or later is needed, and "%JAVA%" is "%VERSION%". Set JAVA_HOME to a newer one. 1>&2
exit /b 2

:start
rem A server runs for long: it gets Java's usual compiler and collector. A command is over before they pay.
set "FLAGS=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
for %%a in (%*) do if "%%~a"=="serve" set "FLAGS="
if %MAJOR% GEQ 22 set "FLAGS=%FLAGS% --enable-native-access=ALL-UNNAMED"

"%JAVA%" %FLAGS% -XX:+IgnoreUnrecognizedVMOptions -XX:-UsePerfData -Dguice_bytecode_gen_option=DISABLED ^
    "-Dpalindrome.home=%HOME_FOLDER%" %JAVA_OPTS% ^
    -cp "%HOME_FOLDER%\lib\*;%HOME_FOLDER%\adapters\*;%HOME_FOLDER%\packs\*" dev.palindrome.adapters.cli.Main %*
exit /b %ERRORLEVEL%
