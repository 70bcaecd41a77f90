@NullMarked
package org.bihuan.shared.search;

import org.jspecify.annotations.NullMarked;
