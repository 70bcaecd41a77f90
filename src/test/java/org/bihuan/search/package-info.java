@NullMarked
package org.bihuan.search;

import org.jspecify.annotations.NullMarked;
