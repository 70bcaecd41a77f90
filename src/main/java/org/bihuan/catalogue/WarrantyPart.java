package org.bihuan.catalogue;

/** The parts of a building that have warranty terms of their own (房屋建筑工程质量保修办法 art. 7). */
public enum WarrantyPart {
    STRUCTURE,
    WATERPROOFING,
    HEATING,
    WIRING,
    PIPES,
    EQUIPMENT,
    DECORATION
}
