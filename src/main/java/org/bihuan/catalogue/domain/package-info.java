@NullMarked
package org.bihuan.catalogue.domain;

import org.jspecify.annotations.NullMarked;
