// a comment; with 'quotes
CREATE ALIAS a AS $$ String a() { return "b;"; } $$; /* c /* d; */ */
SELECT $$e;'$$, U&'f!0061;' UESCAPE '!', "g;""", `h;``i`, ?1, ARRAY[1, 2][1] -- j;
