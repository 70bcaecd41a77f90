package org.bihuan.estate.domain;

/** The columns of a registry (api.md, Who and where); a file has all of them, in any order. */
enum RegistryColumn {
    BUILDING("building"),
    ENTRANCE("entrance"),
    UNIT("unit"),
    AREA("area"),
    ACCEPTANCE_DATE("acceptanceDate"),
    RESIDENT_NAME("residentName"),
    RELATION("relation"),
    PHONE("phone"),
    FROM("from");

    private final String title;

    RegistryColumn(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }
}
