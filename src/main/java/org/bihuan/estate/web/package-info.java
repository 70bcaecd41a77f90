@NullMarked
package org.bihuan.estate.web;

import org.jspecify.annotations.NullMarked;
