@NullMarked
package org.bihuan.savedview;

import org.jspecify.annotations.NullMarked;
