@NullMarked
package org.bihuan.savedview.domain;

import org.jspecify.annotations.NullMarked;
