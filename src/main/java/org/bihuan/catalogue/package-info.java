@NullMarked
package org.bihuan.catalogue;

import org.jspecify.annotations.NullMarked;
