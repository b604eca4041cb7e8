import path from 'node:path'
import type Webpack from 'webpack'
import { defineConfig } from '@tarojs/cli'

const root = path.resolve(__dirname, '..')

// These ship ES2022: private fields break old kernels, and Taro's H5 minifier turns `#e` into a syntax error without failing the build.
const transpile = [
  (file: string) => /node_modules[\\/](@tanstack|@orpc|zod|dayjs)[\\/]/.test(file),
  path.join(root, 'contract'),
]

const plain = { pxtransform: { enable: false }, cssModules: { enable: false } }

const minified = {
  compress: {
    ecma: 2017, passes: 2, arrows: true, collapse_vars: true, comparisons: true, computed_props: true, hoist_props: true, inline: true, loops: true, negate_iife: true,
    properties: true, reduce_funcs: true, reduce_vars: true, switches: true, typeofs: true,
  },
  output: { ecma: 2017, ascii_only: false },
}

export default defineConfig<'webpack5'>(async () => {
  const weapp = process.env.TARO_ENV === 'weapp'
  return {
    projectName: 'zhangxinhui',
    date: '2026-11-1',
    designWidth: 375,
    deviceRatio: { 375: 2 },
    sourceRoot: 'src',
    outputRoot: process.env.ZXH_OUTPUT ?? (weapp ? 'dist/weapp' : 'dist/h5'),
    framework: 'react',
    compiler: { type: 'webpack5', prebundle: { enable: false } },
    cache: { enable: false },
    plugins: [path.join(root, 'config/templatePlugin.cjs')],
    defineConstants: {
      'process.env.TARO_APP_CLOUD_ENV': JSON.stringify(process.env['TARO_APP_CLOUD_ENV'] ?? ''),
    },
    mini: {
      compile: { include: transpile },
      optimizeMainPackage: { enable: true },
      // Taro's minifier is set for ES5 and writes every Chinese character in six bytes; babel leaves what ios 12 and chrome 70 read.
      terser: { enable: true, config: minified },
      // Taro tells webpack ES5; babel leaves arrow functions, so webpack may write its getters as such.
      output: { environment: { arrowFunction: true } },
      postcss: plain,
      miniCssExtractPluginOption: { ignoreOrder: true },
      webpackChain(chain, webpack: typeof Webpack) {
        // WeChat has no AbortController; without one react-query waits for ever and reports nothing.
        chain.plugin('abortController').use(webpack.ProvidePlugin, [
          { AbortController: [path.join(root, 'src/api/abortController.ts'), 'AbortController'] },
        ])
      },
    },
    h5: {
      publicPath: './',
      staticDirectory: 'static',
      router: { mode: 'hash' },
      compile: { include: transpile },
      postcss: { ...plain, autoprefixer: { enable: true } },
      output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
      miniCssExtractPluginOption: { ignoreOrder: true, filename: 'css/[name].[contenthash:8].css', chunkFilename: 'css/[name].[contenthash:8].css' },
      devServer: { open: false },
      webpackChain(chain) {
        chain.optimization.splitChunks({ chunks: 'all', minSize: 20000 })
      },
    },
  }
})
